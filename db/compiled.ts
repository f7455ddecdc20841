import type { Orm } from './open.ts';

/** A statement built once a database: building one costs many times what running it does. For those asked event by event. */
export function compiled<T extends object>(build: (orm: Orm) => T): (orm: Orm) => T {
  const built = new WeakMap<Orm, T>();
  return (orm) => {
    const known = built.get(orm);
    if (known) return known;
    const fresh = build(orm);
    built.set(orm, fresh);
    return fresh;
  };
}
