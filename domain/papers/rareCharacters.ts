// The GBK Han set (U+4E00–U+9FA5, 20,902 characters) and 〇: what the office's 仿宋 and 楷体 faces can be trusted to hold.
const RARE = /(?![\u4e00-\u9fa5\u3007])[\p{Script=Han}\p{Co}]/u;
const NOT_HAN_LETTERS = /[\u2e80-\u2fff\u3005-\u3007\u3021-\u3029]/;

function isRare(character: string): boolean {
  return RARE.test(character) && !NOT_HAN_LETTERS.test(character);
}

/** Characters of the text that a 仿宋 face may lack, each once, in order: the clerk is warned of them before printing. */
export function rareCharacters(text: string): string[] {
  return [...new Set([...text].filter(isRare))];
}
