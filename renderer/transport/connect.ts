import type { Bridge } from '../app/bridge.ts';

declare global {
  interface Window {
    /** Put there by the window's preload; a page served over HTTP has none. */
    desk?: Bridge;
  }
}

/** The page's way to its desk: what the window brings along, otherwise HTTP to the program that served the page. */
export async function connectDesk(): Promise<Bridge> {
  return window.desk ?? (await import('./http.ts')).httpBridge();
}
