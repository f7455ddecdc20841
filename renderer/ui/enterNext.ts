import type { KeyboardEvent } from 'react';
import { belongsToInputMethod } from '../app/keys.ts';

const FIELDS =
  'input:not([type=hidden]):not(:disabled),textarea:not(:disabled),button[role=switch]:not(:disabled),button[data-save]:not(:disabled)';

/**
 * Enter goes to the next field, Shift+Enter back; in a multi-line field Enter is a new line and Ctrl+Enter goes on.
 * After the last field the save button has the focus and nothing has been saved yet.
 * Put it on the form as `onKeyDownCapture`: the lists of the widgets would open on Enter otherwise.
 */
export function enterNext(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.altKey || belongsToInputMethod(event.nativeEvent, performance.now()))
    return;
  const target = event.target as HTMLElement;
  if (target.hasAttribute('data-save') || target.hasAttribute('data-enter') || target.closest('[role=grid]'))
    return;
  // An open list takes Enter for its row.
  if (target.getAttribute('aria-expanded') === 'true') return;
  const multiline = target.tagName === 'TEXTAREA';
  if (multiline !== event.ctrlKey) return;
  const next = neighbour(event.currentTarget, target, event.shiftKey ? -1 : 1);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
  if (next instanceof HTMLInputElement && next.type !== 'radio' && next.type !== 'checkbox') next.select();
}

/** The field before or after in reading order; a group of radios is one field. */
function neighbour(form: HTMLElement, target: HTMLElement, way: 1 | -1): HTMLElement | undefined {
  const all = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter(reachable);
  const group = radioGroup(target);
  let at = all.indexOf(target);
  if (at < 0) return undefined;
  do at += way;
  while (all[at] && group && radioGroup(all[at]) === group);
  return all[at];
}

/** Shown, a stop of Tab, and not filled in by the program already (sex and birth date of a valid identity number). */
function reachable(field: HTMLElement): boolean {
  if (field.tabIndex < 0 || field.offsetParent === null || field.closest('[data-filled]')) return false;
  // One stop for a group of radios: the chosen one.
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return true;
  const group = field.closest('[role=radiogroup]');
  const checked = group?.querySelector<HTMLInputElement>('input[type=radio]:checked');
  return !checked || checked === field;
}

const radioGroup = (field: HTMLElement | undefined): string =>
  field instanceof HTMLInputElement && field.type === 'radio' ? field.name : '';
