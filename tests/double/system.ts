import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions, Rectangle } from 'electron';
import { strict } from './strict.ts';

/** What the program asked the desktop for, for tests to read: `[what, ...arguments]`. */
export const asked: unknown[][] = [];

/** The desktop: recorded, or to be replaced by a test; nothing here shows anything. */
export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => void asked.push(['showErrorBox', title, content]),
  showMessageBox: async (...args: unknown[]) => {
    asked.push(['showMessageBox', ...args]);
    return { response: 0, checkboxChecked: false };
  },
});

export const shell = strict('shell', {
  openExternal: async (address: string) => void asked.push(['openExternal', address]),
});

const workArea: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 };
const display = { id: 1, bounds: { ...workArea, height: 1080 }, workArea, scaleFactor: 1 };

export const screen = strict(
  'screen',
  Object.assign(new EventEmitter(), { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }),
);

type Item = Omit<MenuItemConstructorOptions, 'submenu'> & { submenu?: Menu };

/** A menu that can be read and clicked through, never seen. */
export class Menu {
  static #application: Menu | null = null;
  static setApplicationMenu = (menu: Menu | null): void => {
    Menu.#application = menu;
  };
  static getApplicationMenu = (): Menu | null => Menu.#application;
  static buildFromTemplate = (template: MenuItemConstructorOptions[]): Menu => {
    const menu = new Menu();
    for (const entry of template) {
      const submenu = Array.isArray(entry.submenu) ? { submenu: Menu.buildFromTemplate(entry.submenu) } : {};
      menu.items.push({ ...entry, ...submenu } as Item);
    }
    return menu;
  };

  readonly items: Item[] = [];

  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): void {
    asked.push(['popup', this.items.map((item) => item.label)]);
  }
}
