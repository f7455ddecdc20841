import { type RefObject, useEffect, useState } from 'react';

/** Inner size of an element less a margin, in CSS pixels; follows the window. Undefined before it is drawn. */
export function useRoom(
  element: RefObject<HTMLElement | null>,
  margin: number,
): { width: number; height: number } | undefined {
  const [room, setRoom] = useState<{ width: number; height: number }>();
  useEffect(() => {
    if (!element.current) return;
    const seen = element.current;
    const measure = () =>
      setRoom((before) => {
        const next = { width: seen.clientWidth - margin, height: seen.clientHeight - margin };
        return before?.width === next.width && before.height === next.height ? before : next;
      });
    const watch = new ResizeObserver(measure);
    watch.observe(seen);
    measure();
    return () => watch.disconnect();
  }, [element, margin]);
  return room;
}
