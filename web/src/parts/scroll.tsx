import type { ReactNode } from 'react'

type Props = { label: string; className?: string; children: ReactNode }

/** What may be wider than the screen scrolls by itself: by finger, by wheel, and by key (WCAG 2.1.1). */
export const Scroll = ({ label, className = 'scroll', children }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without a place in the order of keys it could not be scrolled by key
  <section className={className} tabIndex={0} aria-label={label}>
    {children}
  </section>
)
