/** Common and local words that are guessed first; a password that contains nothing else is refused. */
const GUESSED = /^(?:(?:password|admin|qwerty|abc|fengqiao|xinfang|xingning|12345|信访|密码|\d)+|(.)\1+)$/i;

/** True when a password would be guessed at once: too plain, or the person's own name. */
export function isWeakPassword(password: string, name: string): boolean {
  const text = password.normalize('NFKC').trim();
  return [...text].length < 8 || GUESSED.test(text) || (name.length > 1 && text.replace(name, '').length < 4);
}
