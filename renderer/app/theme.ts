import type { ThemeConfig } from 'antd';
import type { TextSize } from '../../contract/session.ts';

/** Text and target sizes in px: 标准, 大, 特大 (44 px targets for tired eyes and hands). */
const SIZES: Record<TextSize, { text: number; target: number }> = {
  standard: { text: 14, target: 30 },
  large: { text: 16, target: 34 },
  extra: { text: 18, target: 44 },
};

/** Root font size in px; every measure in our own styles is in rem. */
export const rootSize = (size: TextSize): number => SIZES[size].text;

/** Deep green ink on warm grey paper; every pair of text and ground is at least 4.5:1. */
export const INK = {
  text: '#1e2522',
  muted: '#5a5f59',
  green: '#1d5c49',
  greenDeep: '#12392e',
  ground: '#f2efe8',
  surface: '#ffffff',
  line: '#d8d2c5',
  edge: '#8d877a',
  red: '#a3231b',
  amber: '#8a5200',
  ring: '#c07a12',
} as const;

/** The theme of the widgets for one text size. */
export function deskTheme(size: TextSize): ThemeConfig {
  const { text, target } = SIZES[size];
  return {
    token: {
      fontSize: text,
      controlHeight: target,
      controlHeightSM: Math.max(26, target - 6),
      fontFamily: '"Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", sans-serif',
      colorPrimary: INK.green,
      colorLink: INK.green,
      colorError: INK.red,
      colorWarning: INK.amber,
      colorText: INK.text,
      colorTextSecondary: INK.muted,
      colorTextTertiary: INK.muted,
      colorTextDescription: INK.muted,
      colorTextPlaceholder: '#6b6a63',
      colorBorder: INK.edge,
      colorBorderSecondary: INK.line,
      colorBgLayout: INK.ground,
      // One ring for everything that has the focus.
      controlOutline: INK.ring,
      controlOutlineWidth: 3,
      colorErrorOutline: INK.ring,
      colorPrimaryBorder: INK.ring,
      borderRadius: 4,
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Input: { errorActiveShadow: `0 0 0 3px ${INK.ring}` },
    },
  };
}

/** The nonce the shell put into the page, so that the style tags of the widgets pass a strict CSP. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
}
