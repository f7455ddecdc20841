/** What the module loader, promises and printers ask of every object. */
const COMMON = new Set([
  'then',
  'toJSON',
  'constructor',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  '__esModule',
  'default',
]);

/** Throws when something asks for a member that the double does not have, so that a gap is seen at once. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (key in object || typeof key === 'symbol' || COMMON.has(key))
        return Reflect.get(object, key, receiver);
      throw new Error(`double: ${name}.${key} is not implemented`);
    },
  });
}
