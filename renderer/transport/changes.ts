type Listener = (topics: string[]) => void;

/** Waits between two tries (ms): the first, and the longest. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;
/** The desk says something at least every 5 s; a longer silence (ms) means that the connection is dead. */
const SILENCE = 15_000;

/**
 * Follows `/changes` for as long as the page lives; the open stream also tells the desk that its window is there.
 * Answers the bridge's `onChange`. What changed while no stream was open is not known, so every listener then hears
 * all topics; when the desk stops, it hears `session`, asks, and learns from the failing call that the desk is gone.
 */
export function followChanges(key: Promise<string>): (listener: Listener) => () => void {
  const listeners = new Set<Listener>();
  const tell: Listener = (topics) => {
    for (const listener of listeners) listener(topics);
  };
  void key.then(
    (known) => follow(known, tell),
    () => {},
  );
  return (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}

async function follow(key: string, tell: Listener): Promise<void> {
  let wait = FIRST_WAIT;
  for (let round = 0; ; round += 1) {
    let heard = false;
    try {
      await readStream(key, (topics) => {
        // The first line of a stream names every topic: news only for a page that was cut off in between.
        if (heard || round > 0) tell(topics);
        heard = true;
      });
    } catch (error) {
      if (error instanceof Unwelcome) return tell(['session']);
      // Weather: the next round tries again.
    }
    wait = heard ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
    tell(['session']);
    await new Promise((done) => setTimeout(done, wait * (0.5 + Math.random())));
  }
}

/** The desk no longer knows this page; asking again would not help. */
class Unwelcome extends Error {}

async function readStream(key: string, onTopics: Listener): Promise<void> {
  const patience = new AbortController();
  let alarm = setTimeout(() => patience.abort(), SILENCE);
  try {
    const answer = await fetch('/changes', {
      headers: { authorization: `Bearer ${key}`, accept: 'text/event-stream' },
      signal: patience.signal,
    });
    if (answer.status === 401) throw new Unwelcome();
    if (!answer.ok || !answer.body) throw new Error(`no stream (${answer.status})`);
    let rest = '';
    for await (const text of chunks(answer.body.pipeThrough(new TextDecoderStream()))) {
      clearTimeout(alarm);
      alarm = setTimeout(() => patience.abort(), SILENCE);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines)
        if (line.startsWith('data: ')) onTopics(JSON.parse(line.slice(6)) as string[]);
    }
  } finally {
    clearTimeout(alarm);
  }
}

/** Reads a stream as it comes; the oldest browsers we promise cannot iterate one. */
async function* chunks(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
