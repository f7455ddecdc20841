import { EventEmitter } from 'node:events';
import { schemes } from './address.ts';
import { strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (
  details: { url: string; method: string },
  decide: (answer: { cancel?: boolean }) => void,
) => void;
type PermissionHandler = (
  contents: unknown,
  permission: string,
  decide: (granted: boolean) => void,
  details: object,
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;

/** One session: its protocol handlers, and what it answers to requests and permissions. Each has its own Chromium context. */
export class Session extends EventEmitter {
  readonly partition: string;
  readonly handlers = new Map<string, Handler>();
  beforeRequest: BeforeRequest | undefined;
  permissionRequest: PermissionHandler | undefined;
  permissionCheck: PermissionCheck | undefined;
  devicePermission: ((details: object) => boolean) | undefined;

  constructor(partition: string) {
    super();
    this.partition = partition;
    // biome-ignore lint/correctness/noConstructorReturn: every access goes through the strict face
    return strict('session', this);
  }

  readonly protocol = strict('protocol', {
    handle: (scheme: string, handler: Handler) => void this.handlers.set(scheme, handler),
    unhandle: (scheme: string) => void this.handlers.delete(scheme),
    isProtocolHandled: (scheme: string) => this.handlers.has(scheme),
  });

  readonly webRequest = strict('webRequest', {
    onBeforeRequest: (handler: BeforeRequest) => {
      this.beforeRequest = handler;
    },
  });

  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: (details: object) => boolean): void {
    this.devicePermission = handler;
  }
}

const sessions = new Map<string, Session>();

function fromPartition(partition: string): Session {
  const known = sessions.get(partition) ?? new Session(partition);
  sessions.set(partition, known);
  return known;
}

export const defaultSession = fromPartition('');
export const session = strict('session', { defaultSession, fromPartition });

export const protocol = strict('protocol', {
  handle: defaultSession.protocol.handle,
  registerSchemesAsPrivileged: (list: { scheme: string; privileges: Record<string, boolean> }[]) => {
    for (const { scheme, privileges } of list) {
      // Without these a real Electron gives the scheme no origin of its own, and the double would hide it.
      if (!privileges.standard || !privileges.secure)
        throw new Error(`double: ${scheme} is not standard and secure`);
      schemes.add(scheme);
    }
  },
});
