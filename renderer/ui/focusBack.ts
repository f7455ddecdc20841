/**
 * After a window closed: when what had opened it is gone too, the focus goes to a sensible place instead of nowhere.
 * Waits until the window itself has tried to give the focus back.
 */
export function focusBack(selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const at = document.activeElement;
      if (at && at !== document.body) return;
      document.querySelector<HTMLElement>(selector)?.focus();
    }),
  );
}

/** The row of a grid that Tab would reach: the one that had the focus last. */
export const FOCUSED_ROW = '[role=grid] [role=row][tabindex="0"]';
