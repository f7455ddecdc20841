import { app, type Session } from 'electron';

/** What a page may do beyond showing itself. Everything else a page can ask for is refused. */
const ALLOWED: readonly string[] = [];

/**
 * Refuses every permission, device and certificate exception of a session, and every download but the files
 * that the page makes itself (papers, attachments, lists); for those the person picks the place.
 */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(ALLOWED.includes(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.includes(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:app://desk/')) return event.preventDefault();
    item.setSaveDialogOptions({ title: '保存文件', buttonLabel: '保存' });
  });
}

/** The same for what Electron asks the whole program; to be called once. */
export function restrictProgram(): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, accept) => {
    event.preventDefault();
    accept(false);
  });
  app.on('login', (event) => event.preventDefault());
  app.on('select-client-certificate', (event) => event.preventDefault());
}
