/** Our own schemes, as `protocol.registerSchemesAsPrivileged` was told them. */
export const schemes = new Set<string>();

/** `app://desk/x` as the address under which Chromium loads it here: `https://desk.app.invalid/x`. */
export function toHttp(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/]*)/i, (whole, scheme: string, host: string) =>
    schemes.has(scheme) ? `https://${host || 'host'}.${scheme}.invalid` : whole,
  );
}

/** The way back: what the program under test sees. */
export function fromHttp(address: string): string {
  return address.replace(/^(blob:)?https:\/\/([^/]*)\.([a-z0-9+-]+)\.invalid/, (whole, blob, host, scheme) =>
    schemes.has(scheme) ? `${blob ?? ''}${scheme}://${host}` : whole,
  );
}
