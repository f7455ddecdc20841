/** The page's bridge: one call, one ear, nothing else of Electron. Bundled to one CommonJS file: the window is sandboxed. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('desk', {
  call: (method: string, input: unknown) => ipcRenderer.invoke('desk:call', method, input),
  onChange(listener: (topics: string[]) => void) {
    // The event stays here: through it a page would reach the whole channel.
    const heard = (_event: IpcRendererEvent, topics: string[]) => listener(topics);
    ipcRenderer.on('desk:changed', heard);
    return () => {
      ipcRenderer.off('desk:changed', heard);
    };
  },
});
