/** Characters turned at once, so that a large file does not overflow the argument list. */
const PART = 0x8000;

/** Bytes of a base64 text; throws when it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
  return bytes;
}

/** Base64 text of bytes. */
export function toBase64(bytes: Uint8Array): string {
  let raw = '';
  for (let at = 0; at < bytes.length; at += PART)
    raw += String.fromCharCode(...bytes.subarray(at, at + PART));
  return btoa(raw);
}
