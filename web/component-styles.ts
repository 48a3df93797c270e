import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import * as antd from 'antd'
import { createElement as h } from 'react'
import { renderToString } from 'react-dom/server'
import type { Plugin } from 'vite'

/** Every component of the library that a page uses; one that is missing here would stand there without its style. */
export const styled = {
  Alert: h(antd.Alert, { title: '' }),
  Button: h(antd.Button),
  Checkbox: h(antd.Checkbox.Group, null, h(antd.Checkbox)),
  Input: h('p', null, h(antd.Input), h(antd.Input.TextArea)),
  QRCode: h(antd.QRCode, { value: '-', type: 'svg' }),
}

/** Without names made from a hash, so that the rules are the same whatever the theme; the theme's values are variables. */
const theme = { hashed: false }

/** The rules of those components, which a phone would else make from objects each time that a page is opened. */
export const componentStyles = (): string => {
  const cache = createCache()
  renderToString(h(StyleProvider, { cache }, h(antd.ConfigProvider, { theme }, ...Object.values(styled))))
  // Meant for what stands inside a component; without the hash it would be for every link of the page.
  for (const key of cache.cache.keys()) if (key.startsWith('style%%Shared%')) cache.cache.delete(key)
  return extractStyle(cache, { plain: true, types: ['style'] })
}

const asked = 'virtual:component-styles.css'

/** Gives `import 'virtual:component-styles.css'` its content. */
export const componentStylesPlugin = (): Plugin => ({
  name: 'component-styles',
  resolveId: (id) => (id === asked ? `\0${asked}` : undefined),
  load: (id) => (id === `\0${asked}` ? componentStyles() : undefined),
})
