/** Words of the place picker. */
export const placeText = {
  placeholder: '输入名称或拼音首字母',
  none: '没有查到这个地方',
  type: '请输入名称或拼音首字母',
  asTyped: (name: string) => `按填写登记：${name}`,
} as const;
