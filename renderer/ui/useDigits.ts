import { useEffect, useRef } from 'react';
import { belongsToInputMethod } from '../app/keys.ts';

/**
 * Digits 1 to 9 run the actions in order, 0 the tenth, but only while no field is being typed in and no list or grid
 * of its own has the focus: a digit is text there, or belongs to the input method.
 */
export function useDigits(actions: readonly ((() => void) | undefined)[], active: boolean): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    if (!active) return;
    const down = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (!/^\d$/.test(event.key) || belongsToInputMethod(event, performance.now())) return;
      if (isTyping(event.target)) return;
      const action = latest.current[(Number(event.key) + 9) % 10];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', down);
    return () => window.removeEventListener('keydown', down);
  }, [active]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role=dialog]') !== null;
}
