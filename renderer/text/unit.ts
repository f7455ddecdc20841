/** Words of the unit's data. */
export const unitText = {
  hint: '这些内容印在文书上，修改后对新制作的文书生效，已制作的不变。',
  organName: '单位全称',
  organNameHint: '请与公章一致。',
  organCode: '机关代字',
  organCodeHint: '用于文书编号，如“新陂府”。',
  contactPerson: '联系人',
  contactPhone: '联系电话',
  superiorOrgan: '上一级机关',
  superiorOrganHint: '信访人不服处理意见时，向它请求复查。',
  committee: '调解委员会',
  committeeHint: '印在人民调解协议书上，如“新陂镇人民调解委员会”。',
  fixed: '设置时确定，不能更改',
  town: '行政区划代码',
  letter: '本机字母',
  role: '法定身份',
  roles: {
    ART22_BUREAU: '党委和政府信访部门（条例第二十二条）',
    ART23_ORGAN: '其他机关、单位（条例第二十三条）',
  },
  save: '保存(F9)',
  saved: '已保存。',
} as const;
