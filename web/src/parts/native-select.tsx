import type { ComponentProps } from 'react'

/** The device's own picker: a phone shows its wheel, a keyboard finds by letter, a reader says it right. */
export const NativeSelect = (props: ComponentProps<'select'>) => <select className="select" {...props} />
