// GB/T 9704-2012 (DOMAIN 6.1): A4, 版心 156 × 225 mm at 37 mm from the top and 28 mm from the left, 22 lines of 28
// characters of 3号 (16 pt) 仿宋. Windows, Kylin/UOS (方正) and macOS names first, free faces last.
const FANG = `"仿宋_GB2312","FangSong_GB2312","方正仿宋_GBK","FZFangSong-Z02","FangSong","仿宋","STFangsong","华文仿宋","Noto Serif CJK SC","Source Han Serif SC","SimSun",serif`;
const SONG = `"SimSun","宋体","方正书宋_GBK","STSong","Noto Serif CJK SC","Source Han Serif SC","SimSun-ExtB",serif`;
const HEI = `"SimHei","黑体","方正黑体_GBK","STHeiti","Noto Sans CJK SC","Source Han Sans SC",sans-serif`;
const KAI = `"楷体_GB2312","KaiTi_GB2312","方正楷体_GBK","KaiTi","楷体","STKaiti","LXGW WenKai","AR PL KaitiM GB","Noto Serif CJK SC",serif`;
const TITLE = `"PaperTitle","Noto Serif CJK SC","SimSun",serif`;

// 小标宋 has one heavy weight. Naming local faces keeps it from being emboldened twice and takes a bold Song in its place.
const TITLE_FACE = `@font-face{font-family:"PaperTitle";src:${[
  '方正小标宋简体',
  'FZXiaoBiaoSong-B05S',
  '方正小标宋_GBK',
  'FZXiaoBiaoSong-B05',
  '华文中宋',
  'STZhongsong',
  'NotoSerifCJKsc-Bold',
  'Noto Serif CJK SC Bold',
  'Source Han Serif SC Bold',
]
  .map((face) => `local("${face}")`)
  .join(',')}}`;

const RED = '#e60012';

const BASE = `${TITLE_FACE}
html{--rows:22;--cols:28;--size:16pt}
html,.fit{--line:calc(225mm/var(--rows));--char:calc(156mm/var(--cols));
font-size:var(--size);line-height:var(--line);letter-spacing:calc((156mm - var(--cols)*var(--size))/var(--cols))}
html{font-family:${FANG};color:#000;background:#fff;font-weight:400;font-kerning:none;font-variant-ligatures:none;
text-autospace:no-autospace;text-spacing-trim:space-all;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;text-align:justify;line-break:strict;overflow-wrap:anywhere;orphans:2;widows:2}
h1,h2,h3,p{margin:0;font-weight:400;font-size:inherit}
p,h2,h3{text-indent:calc(2*var(--char))}
h1{font-family:${TITLE};font-size:22pt;line-height:max(var(--line),225mm/22);letter-spacing:0;text-align:center;text-wrap:balance;break-after:avoid}
h2{font-family:${HEI};break-after:avoid}
h3{font-family:${KAI};break-after:avoid}
.flush{text-indent:0}
.fit{display:contents}
.blank{height:var(--line)}
.whole{white-space:nowrap}
.rare{font-family:${SONG}}
.hei{font-family:${HEI}}
.kai{font-family:${KAI}}
.sign{display:flow-root;break-inside:avoid;break-before:avoid;padding-top:calc(2*var(--line))}
.sign>div{width:max-content;max-width:100%;margin-left:auto;text-align:center}
.keep,.together{break-inside:avoid}
.right{text-align:right}
.pen{display:flex;justify-content:space-between;break-inside:avoid}
.attached{position:relative;text-indent:0;padding-left:calc(5*var(--char))}
.label{position:absolute;left:calc(2*var(--char))}
.mark{position:fixed;inset:0;overflow:hidden;z-index:-1;display:flex;flex-direction:column;align-items:center;justify-content:center}
.mark b{transform:rotate(-30deg);font:400 27mm/1.5 ${HEI};letter-spacing:.12em;color:#dcdcdc;white-space:nowrap}`;

/** Page numbers of 4号 宋体, 7 mm below the text, one character in from the outer edge; `inner` is what lies between box and text. */
function outerNumbers(rightInner: string, leftInner: string): string {
  const box = `content:"— " counter(page) " —";font:14pt/14pt ${SONG};letter-spacing:0;vertical-align:top;padding-top:7mm`;
  return `@page :right{@bottom-right{${box};padding-right:calc(14pt + ${rightInner})}}
@page :left{@bottom-left{${box};padding-left:calc(14pt + ${leftInner})}}`;
}

const noFirstNumber = '@bottom-right{content:none}@bottom-left{content:none}';

/** Red-head document format (文件格式). */
export const DOCUMENT_STYLE = `${BASE}
@page{size:A4;margin:37mm 26mm 35mm 28mm}
${outerNumbers('0mm', '0mm')}
.head{position:relative;margin-bottom:0;overflow:hidden}
.organ{position:absolute;left:0;right:0;top:35mm;font-family:${TITLE};color:${RED};text-align:center;letter-spacing:0;white-space:nowrap;line-height:1}
.number{position:absolute;left:0;right:0;text-align:center;white-space:nowrap}
.number.upward{display:flex;justify-content:space-between;padding:0 var(--char)}
.rule{position:absolute;left:0;right:0;border-top:.7mm solid ${RED}}`;

// The two red lines are 170 mm long, centred on the paper (20 mm from each edge): the page area of a letter is that wide
// and the text is set in by 8 and 6 mm, because what lies outside the page area is neither painted nor free of shrinking.
const LETTER_LINES = `.organ{position:absolute;left:0;right:0;top:0;font-family:${TITLE};color:${RED};text-align:center;letter-spacing:0;white-space:nowrap;line-height:1}
.double{position:absolute;left:0;right:0;height:.5mm;border-top:.9mm solid ${RED};border-bottom:.35mm solid ${RED}}
.number{position:absolute;right:6mm;white-space:nowrap;line-height:1}`;

/** Letter format (信函格式). `slip` is our own constant line above the lower red rule of the first page: the place to sign for it. */
export function letterStyle(slip: string): string {
  return `${BASE}
@page{size:A4;margin:37mm 20mm 35mm 20mm}
${outerNumbers('6mm', '8mm')}
@page :first{margin-top:30mm;${noFirstNumber}
@bottom-center{content:"${slip}";width:170mm;margin-bottom:20mm;vertical-align:bottom;padding-bottom:14pt;font:12pt/1 ${FANG};letter-spacing:0;
background:linear-gradient(${RED},${RED}) no-repeat 0 calc(100% - .5mm)/100% .35mm;border-bottom:.9mm solid ${RED};-webkit-print-color-adjust:exact;print-color-adjust:exact}}
.text{padding:0 6mm 0 8mm}
.head{position:relative;overflow:hidden}
${LETTER_LINES}`;
}

/**
 * Ruled forms (登记表, 送达回证): not official documents under the standard; 小四, binding edge of 28 mm, pages counted at
 * the foot. Half of the outer rule lies outside a table: set in by that much, or the page area cuts it off.
 */
export const FORM_STYLE = `${BASE}
@page{size:A4;margin:24mm 26mm 24mm 28mm;@bottom-center{content:"第 " counter(page) " 页　共 " counter(pages) " 页";font:9pt/1 ${SONG};letter-spacing:0;vertical-align:top;padding-top:7mm}}
html{--size:12pt;letter-spacing:0;line-height:6.4mm}
h1{line-height:12mm;margin-bottom:3mm}
.above{display:flex;justify-content:space-between;gap:6mm;margin-bottom:1.5mm}
table{width:155.5mm;margin:0 .25mm;table-layout:fixed;border-collapse:collapse;border:.55mm solid #000}
th,td{border:.25mm solid #000;padding:1mm 2mm;font-weight:400;vertical-align:middle;text-align:left;letter-spacing:0}
th{text-align:center;text-wrap:balance;font-family:${SONG};padding:1mm}
td.long{vertical-align:top;text-align:justify}
td p{text-indent:2em}
td p.flush{text-indent:0}
tr.whole-row{break-inside:avoid}
.box{white-space:nowrap;margin-right:1em}
.note{font-size:10.5pt;line-height:5.6mm;margin-top:2.5mm;text-indent:0}`;
