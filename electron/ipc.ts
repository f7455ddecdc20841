import { BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { Desk } from '../desk/open.ts';
import { isOurPage } from './protocol.ts';

/** The two things that cross between a window and the desk: a call, and the news that topics changed. */
export function connectWindows(desk: Pick<Desk, 'call' | 'onChange'>): void {
  ipcMain.handle('desk:call', (event, method: unknown, input: unknown) => {
    if (!isOurFrame(event)) throw new Error('not a frame of the desk');
    if (typeof method !== 'string') throw new Error('a call has a name');
    return desk.call(connectionOf(event.sender), method, input);
  });
  desk.onChange((topics) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('desk:changed', topics);
  });
}

/** The name by which the desk knows a window; who is signed in hangs on it. */
export const connectionOf = ({ id }: Pick<WebContents, 'id'>): string => `window-${id}`;

/** A call counts only from the top frame of a window that shows our own page, never from something within it. */
function isOurFrame({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurPage(senderFrame.url);
}
