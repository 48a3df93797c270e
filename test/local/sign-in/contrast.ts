/** The declarations of a style sheet by selector; shorthand `background` counts as its colour. */
export function rules(css: string) {
  const found = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => {
    const pairs = body.split(';').map((each) => each.split(':').map((part) => part.trim()))
    return [selector.trim(), Object.fromEntries(pairs)] as const
  })
  return (selector: string): { color: string; background: string } => {
    const rule = found.find(([each]) => each === selector)
    if (!rule) throw new Error(`no rule for ${selector}`)
    return rule[1]
  }
}

/** Contrast of two colours `#rrggbb` as WCAG 2.2 defines it: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
