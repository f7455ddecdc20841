interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML(text: string): string | null }): unknown;
}

/**
 * Under the page's policy no string may become markup. The widgets write their style sheets through `innerHTML`; this
 * lets such text pass only when it holds no `<`, so it can be style or words and never an element.
 */
export function allowPlainText(): void {
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });
}
