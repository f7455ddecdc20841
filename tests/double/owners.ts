import type { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';

/** The part of a WebContents that the traffic of its page needs. */
export interface Contents extends EventEmitter {
  /** The program itself is loading an address: nobody is asked about that. */
  isLoadingOwn: boolean;
}

const owners = new WeakMap<Page, Contents>();

/** Says whose page this is. */
export function own(page: Page, contents: Contents): void {
  owners.set(page, contents);
}

/** The WebContents that shows this page. */
export const contentsOf = (page: Page): Contents | undefined => owners.get(page);
