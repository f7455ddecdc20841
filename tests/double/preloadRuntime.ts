/** The names under which the page finds the double's two ends; the runtime takes them away before the page runs. */
export const BINDING = '__electronDouble';
export const EMIT = 'electron-double-emit';

/**
 * Runs in the page before everything else: gives the preload a `require` that knows `electron` only, as in a sandboxed
 * window. It is sent to the page as text, so it may use nothing from this file but its arguments.
 */
function runtime(
  preload: (require: unknown, process: unknown, module: unknown, exports: unknown) => void,
  binding: string,
  emit: string,
): void {
  const globals = window as unknown as Record<string | symbol, unknown>;
  const invokeMain = globals[binding] as (channel: string, args: unknown[]) => Promise<never>;
  delete globals[binding];
  const heard = new Map<string, Set<(event: object, ...args: unknown[]) => void>>();
  Object.defineProperty(globals, Symbol.for(emit), {
    value: (channel: string, args: unknown[]) => {
      for (const listener of heard.get(channel) ?? []) listener({ ports: [] }, ...args);
    },
  });
  /** Crosses between two worlds: functions by proxy, plain data by copy, results of calls likewise. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => cross((value as (...args: unknown[]) => unknown)(...args.map(cross)));
    if (value instanceof Promise) return value.then(cross);
    if (value === null || typeof value !== 'object') return value;
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && !Array.isArray(value)) return structuredClone(value);
    if (Array.isArray(value)) return Object.freeze(value.map(cross));
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)])));
  };
  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const answer: { ok: boolean; value?: unknown; text?: string } = await invokeMain(
        channel,
        structuredClone(args),
      );
      if (!answer.ok) throw new Error(`Error invoking remote method '${channel}': ${answer.text}`);
      return answer.value;
    },
    on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
      heard.set(channel, (heard.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: (event: object, ...args: unknown[]) => void) {
      heard.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld(name: string, value: unknown) {
      if (name in globals) throw new Error(`Cannot bind an API on top of an existing property: ${name}`);
      Object.defineProperty(globals, name, { value: cross(value), enumerable: true });
    },
  };
  const electron = { ipcRenderer, contextBridge };
  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const exports = {};
  preload(require, { type: 'renderer', sandboxed: true, contextIsolated: true }, { exports }, exports);
}

/** The script for a window: the runtime around the source of its preload file (CommonJS, one file). */
export function preloadScript(source: string): string {
  const preload = `function(require, process, module, exports) {\n${source}\n}`;
  return `if (window === window.top && location.href !== 'about:blank') (${runtime.toString()})(${preload}, ${JSON.stringify(BINDING)}, ${JSON.stringify(EMIT)});`;
}
