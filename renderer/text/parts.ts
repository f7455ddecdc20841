/** Words of 补正, 并案 and 拆分. */
export const partsText = {
  requestSupplement: {
    title: '要求补正',
    save: '登记',
    note: '补正不停止任何办理期限。',
    materials: '补正内容',
    requestedOn: '告知日期',
    wantedBy: '提供期限',
  },
  receiveSupplement: {
    title: '收到补正',
    save: '登记',
    complete: '材料情况',
    completes: { yes: '已齐', no: '未齐，不再等待' },
    receivedOn: '收到日期',
    detail: '收到内容',
  },
  merge: {
    title: '并案',
    save: '并案',
    note: '本件并入收到更早的一件，一并办理；本件随即结束，信访人仍应得到答复。',
    intoNumber: '并入编号',
    mergedOn: '并案日期',
    reason: '理由',
  },
  split: {
    title: '拆分',
    save: '拆分',
    note: '每件单独编号、单独办理，收到日期不变；各件都结束后，本件随之办结。',
    titles: '各件事由',
    titlesHint: '每行一件，写事由；其余内容照抄本件，可以分别更正。',
    splitOn: '拆分日期',
    reason: '理由',
  },
} as const;
