/** 送达方式 (DOMAIN 6.5). */
export const serviceWords: Record<string, string> = {
  IN_PERSON: '直接送达',
  ADULT_RELATIVE: '同住成年家属代收',
  AGENT: '代理人代收',
  RETENTION: '留置送达',
  MAIL: '邮寄送达',
  ELECTRONIC: '电子送达',
};
