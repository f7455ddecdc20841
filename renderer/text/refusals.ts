import type { CommonRefusal } from '../../contract/define.ts';
import type { DeskContract } from '../../contract/deskContract.ts';
import type { Refusal } from '../../domain/result.ts';

type CodesOf<C> = {
  [G in keyof C]: {
    [N in keyof C[G]]: C[G][N] extends { refusals: readonly (infer R)[] } ? R : never;
  }[keyof C[G]];
}[keyof C];
/** Every code that a call of the desk may answer, plus what happens to the call itself. */
export type RefusalCode = Extract<CodesOf<DeskContract>, string> | CommonRefusal | 'no-answer';

/** One plain sentence a code: what is wrong and what to do. A code without a sentence does not compile. */
const SENTENCES: Record<RefusalCode, string> = {
  'invalid-input': '这一项没有填完整或格式不对，请检查后再保存。',
  'not-signed-in': '登录已失效，请重新登录；已保存的内容不受影响。',
  'not-allowed': '您的账户没有办理这一步的职责，请交由相应人员办理。',
  'not-ready': '程序正在准备数据，请稍候几秒再试。',
  internal: '程序出错，这一步没有保存。填写的内容还在，请再试一次；仍不行请报修。',
  'saved-before':
    '这一项先前已经保存，这次改动的内容没有保存。填写的内容还在，请重新打开页面核对已保存的内容，需要改的在那里更正。',
  'no-answer': '本机程序没有回应，不能确定是否已保存。填写的内容还在，请再按一次保存；重复保存不会生成两件。',

  'name-taken': '已有同名账户，请换一个姓名或加以区分。',
  'weak-password': '密码至少 8 位，不能与姓名相同，也不要用连续或重复的数字。',
  'unknown-person': '没有这个人的账户，请核对姓名。',
  'last-administrator': '至少要保留一名管理员，不能停用或取消最后一名。',
  'wrong-password': '密码不正确，请重新输入。',
  'too-many-tries': '密码连续输错，请稍候再试。',
  'already-set-up': '本机已完成设置，请直接登录。',
  'unknown-town': '没有查到这个镇（街道），请重新选择。',
  'disk-full': '硬盘空间不足，未能保存。请清理硬盘后再试，不要删除接访台的数据文件夹。',
  'read-only': '数据文件夹只能读取，未能保存。请联系管理员检查文件夹权限。',
  'wrong-code': '编码不正确，请对照纸上的内容逐段核对。',

  'received-in-future': '收到日期不能晚于今天。',
  'received-too-long-ago': '收到日期过早，请核对年份。',
  'too-many-representatives': '代表不得超过 5 人，其余人员请登记为随访人。',
  'no-lead-petitioner': '请指定一名主访人，且只能有一名。',
  'fewer-present-than-named': '到场人数少于已登记的人数，请核对。',
  'unknown-category': '请从内容分类中选择一项。',
  'facts-missing': '请填写反映的事实或提出的请求，至少填一项。',
  'birth-date-in-future': '出生日期不能晚于今天。',
  'nothing-changed': '内容没有改动，不需要保存。',

  'unknown-case': '没有找到这件信访件，可能编号有误或不在您的办理范围。',
  'unknown-assignment': '没有找到这件交办件，请刷新后再试。',
  'unknown-mediation': '没有找到这件调解，请刷新后再试。',
  'unknown-paper': '没有找到这份文书，请刷新后再试。',
  'unknown-attachment': '没有找到这个附件，请刷新后再试。',
  'unknown-upload': '附件上传已中断，请重新选择文件。',
  'unknown-item': '没有找到这一条，请刷新后再试。',
  'not-ours': '这件现由其他单位办理，本单位不能再办这一步。',
  'not-now': '现在还不能办这一步，请先完成前面的步骤。',
  'already-done': '这一步已经办过了。',
  concluded: '这件已经办结，不能再改。',
  'not-signed-for': '请先签收交办件，再办这一步。',
  'date-in-future': '日期不能晚于今天。',
  'date-before-receipt': '日期不能早于收到日期。',
  'date-before-previous-step': '日期不能早于上一步的日期。',
  'date-before-opening': '日期不能早于调解受理日期。',

  'objection-late': '已超过 5 个工作日的异议期限。确要提出，请再次确认，系统会注明逾期。',
  'reasons-too-short': '异议理由过于简单，请详细说明（《信访工作条例》第二十三条）。',
  'notice-not-owed': '姓名（名称）或地址不清楚的，不需要书面告知（《信访工作条例》第二十三条）。',
  'route-not-petition': '这一事项应按其他途径办理，不能按信访程序受理，请改选办理途径。',
  'other-route-decided': '这件已依法分类到其他途径，请按分类结果受理，或先重新分类。',
  'not-a-claim': '只有申诉、求决类事项需要依法分类（《信访工作条例》第三十一条）。',
  'leader-decides': '受理以后重新分类，须由领导决定。',
  'route-unanswered': '请逐项回答，直到得出办理途径。',
  'procedure-of-other-route': '所选程序与分类结果不一致，请重新选择。',
  'organ-missing': '请填写处理机关。',
  'no-own-law': '只有第（五）项的事项才有其他法律规定的履行期限。',
  'assigned-needs-objection': '这是上级交办的事项，不能自行转送；认为不属于本单位的，请提出异议。',
  'accused-unit': '检举控告不得转送给被检举控告的单位或个人，请更换接收单位。',
  'no-opinion-on-route':
    '第（一）至（五）项的事项按各自的程序办理，不出具信访处理意见书（《信访工作条例》第三十一条）。',
  'nobody-to-withdraw': '匿名事项不能由信访人撤回。',
  'too-late-to-void': '已经分类、受理、转送或交办的件不能作废，请按程序办结。',
  'notice-first': '请先书面告知信访人，再并案。',
  'unknown-main-case': '没有找到这个编号的另一件，请核对编号。',
  'main-case-closed': '那一件已经结束、不在本单位，或者不能与本件一并办理。',
  'merge-into-earlier': '只能并入收到和受理更早的一件，办理期限不因并案推后。',
  'parts-alike': '每一件要有不同的事由。',
  'no-more': '复核意见已经送达，同一事实和理由不再受理（《信访工作条例》第三十六条第三款）。',
  'postmark-impossible': '邮戳日期应在收到意见之后、收到请求之前，请核对。',
  'review-late': '已超过 30 日的请求期限。确要登记，请再次确认，系统会注明逾期。',
  'hearing-overlaps': '这几天已登记过听证，请核对日期。',
  'hearing-days': '听证天数应在 1 日至首尾日之间的天数以内。',
  'simple-excluded': '这一事项不适用简易办理（《信访事项简易办理办法》第四条、第五条）。',
  'document-missing': '不再受理须写明复核意见或者终结文书的文号和日期。',
  'no-document': '不予受理不需要终结文书，请核对所选理由。',
  'too-many-days': '延长不得超过 30 日（《信访工作条例》第三十四条）。',
  'no-60-day-period': '这件没有 60 日的办理期限，不需要延长。',
  'reason-missing': '请写明理由。',
  'witness-missing': '当事人拒收的，请在备注中写明见证人和经过。',
  'opinion-not-delivered': '处理意见书还没有送达信访人，不能办结。',
  'no-agreement': '还没有达成调解协议，不能以此办结。',
  'objection-open': '异议还没有答复，不能办结。',
  'mediation-open': '调解还没有结束，不能办结。',

  accusation: '检举控告类事项不适用人民调解。',
  'consent-missing': '当事人没有全部同意调解，不能受理（《人民调解法》第十七条）。',
  'already-mediating': '这件正在调解，不能重复受理。',
  'not-confirmable': '涉及婚姻、收养等身份关系的协议，法院不予司法确认，协议须当面签名。',
  'confirmation-late': '已超过协议生效后 30 日，不能再申请司法确认（《人民调解法》第三十三条）。',
  'terms-missing': '达成协议的，请写明协议内容。',
  'no-session': '还没有调解记录，请先登记调解经过。',

  'wrong-offset': '附件传送中断，请重新选择文件。',
  'too-large': '附件过大，请压缩或分成几个文件。',
  'type-not-allowed': '不支持这种文件，请使用图片、PDF 或常用办公文档。',
  'empty-file': '这个文件是空的，请重新选择。',
  'damaged-attachment': '这个附件已损坏，无法打开。请从备份中恢复或重新添加。',
  'printing-unavailable': '本机暂时不能生成文书，请检查浏览器组件后再试；内容已保存，可稍后打印。',

  'training-desk': '培训模式不能接入信访局。',
  'already-enrolled': '本机已接入信访局，不需要再接入。',
  'bad-address': '地址不正确，请填写以 https:// 开头的完整地址。',
  'not-reached': '连不上这个地址，请检查网线和地址后再试。',
  'not-a-bureau': '这个地址不是信访局的接收服务（可能是网络登录页），请核对地址。',
  'letter-taken': '同一镇（街道）已有电脑使用这个字母，请联系信访局更换接入码。',
  'wrong-unit': '接入码属于另一个单位，请向信访局核对。',
  refused: '信访局拒绝了接入，请向信访局核对接入码是否过期。',
};

/** Sentences that name what the refusal tells besides its code. */
function detailed(code: string, { seconds, number }: { seconds?: unknown; number?: unknown }) {
  if (code === 'saved-before' && typeof number === 'string')
    return `先前已经保存为 ${number}，这次改动的内容没有保存。填写的内容还在，请打开这一件核对，需要改的在那里更正。`;
  if (code === 'too-many-tries' && typeof seconds === 'number')
    return `密码连续输错，请等 ${Math.ceil(seconds)} 秒后再试。`;
  return undefined;
}

/** The sentence of a refusal; a fault of the program names its incident, a code we do not know is one too. */
export function refusalSentence(refusal: Pick<Refusal<string>, 'code'> & { detail?: unknown }): string {
  const sentence = (SENTENCES as Record<string, string | undefined>)[refusal.code] ?? SENTENCES.internal;
  const detail = (refusal.detail ?? {}) as { incident?: unknown; seconds?: unknown; number?: unknown };
  if (typeof detail.incident === 'string') return `${sentence}（记录编号 ${detail.incident}）`;
  return detailed(refusal.code, detail) ?? sentence;
}
