/** `node --import register.ts main.cjs`: whoever asks for `electron` gets the double. */
import { registerHooks } from 'node:module';

const target = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: target, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
Object.defineProperty(process.versions, 'electron', { value: '45.4.1-double' });
Object.defineProperty(process, 'type', { value: 'browser' });
