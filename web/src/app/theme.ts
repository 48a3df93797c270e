import type { ThemeConfig } from 'antd'

const family =
  'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif'

/** Contrast of every pair of colours is at least 4.5:1 on white and on the page's grey. */
export const themeFor = (large: boolean): ThemeConfig => ({
  // The rules stand in a file made at build time (web/component-styles.ts); only their values are set here.
  zeroRuntime: true,
  hashed: false,
  // With a name of its own it is worked out once; else anew whenever the frame is begun again.
  cssVar: { key: large ? 'large-letters' : 'letters' },
  token: {
    colorPrimary: '#0b4ea2',
    colorLink: '#0b4ea2',
    colorError: '#b42318',
    colorSuccess: '#1e7b34',
    colorWarning: '#9a5b00',
    colorTextPlaceholder: '#5f6874',
    colorTextDescription: '#4b5563',
    colorTextDisabled: '#5f6874',
    colorBorder: '#8b95a3',
    colorSuccessBg: '#e9f5ec',
    colorSuccessBorder: '#7fb98f',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#d98a82',
    colorWarningBg: '#fff4d9',
    colorWarningBorder: '#d9ab4a',
    colorInfoBg: '#e8f0fb',
    colorInfoBorder: '#87aee0',
    fontFamily: family,
    fontSize: large ? 20 : 15,
    controlHeight: large ? 52 : 40,
    borderRadius: 6,
    motion: false,
  },
})
