import { connect } from 'node:net';

/** An answer as it came over the socket. */
export interface RawAnswer {
  /** 0 = the connection ended without an answer. */
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** One request, written byte by byte as the test says it: no client of HTTP corrects or adds anything. */
export interface RawRequest {
  port: number;
  /** Default 127.0.0.1. */
  address?: string;
  method?: string;
  /** As it stands in the request line. */
  path?: string;
  /** `[name, value]`, in order, duplicates allowed. */
  headers?: [name: string, value: string][];
  body?: string | Buffer;
  /** The head breaks off within its last line. */
  headless?: boolean;
  /** Keeps the connection open after this much, as a slow client does. */
  hang?: boolean;
}

/** Sends it and reads until the server ends the connection or the answer is whole. */
export function rawRequest(request: RawRequest): Promise<RawAnswer> {
  const {
    port,
    address = '127.0.0.1',
    method = 'GET',
    path = '/',
    headers = [],
    body = '',
    headless,
    hang,
  } = request;
  const head = [`${method} ${path} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return new Promise((done, refuse) => {
    const socket = connect(port, address);
    const parts: Buffer[] = [];
    const finish = () => {
      socket.destroy();
      done(parse(Buffer.concat(parts)));
    };
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // A server that ends the connection while we still write.
      if (error.code === 'EPIPE' || error.code === 'ECONNRESET') finish();
      else refuse(error);
    });
    socket.on('data', (part) => {
      parts.push(part);
      if (!hang && isWhole(Buffer.concat(parts))) finish();
    });
    socket.on('close', finish);
    socket.write(`${head.join('\r\n')}${headless ? '' : '\r\n\r\n'}`);
    socket.write(body);
  });
}

function parse(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const answer = { status: Number(first.split(' ')[1] ?? 0), headers: Object.fromEntries(headers) };
  const body = bytes.subarray(end + 4);
  return { ...answer, body: (isChunked(answer.headers) ? joined(body) : body).toString('utf8') };
}

const isChunked = (headers: Record<string, string>) => headers['transfer-encoding'] === 'chunked';

/** A chunked body without its lengths. */
function joined(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.subarray(at, Math.max(line, at)).toString('latin1'), 16);
    if (line < 0 || !(length > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
}

function isWhole(bytes: Buffer): boolean {
  const { headers } = parse(bytes);
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return false;
  if (isChunked(headers)) return bytes.toString('latin1').endsWith('0\r\n\r\n');
  return (
    headers['content-length'] !== undefined && bytes.length - end - 4 >= Number(headers['content-length'])
  );
}
