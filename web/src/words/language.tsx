import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { keep, kept } from '../app/kept.ts'
import { type Language, type Say, sayIn } from './language-of.ts'

type Settings = {
  language: Language
  setLanguage: (language: Language) => void
  large: boolean
  setLarge: (large: boolean) => void
}

const Context = createContext<Settings | undefined>(undefined)

/** Language and size of letters, as this browser remembers them. */
export const SettingsProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(kept<Language>('language') ?? 'zh')
  const [large, setLarge] = useState(kept<boolean>('large') ?? false)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.classList.toggle('large', large)
    keep('language', language)
    keep('large', large)
  }, [language, large])
  const settings = useMemo(() => ({ language, setLanguage, large, setLarge }), [language, large])
  return <Context value={settings}>{children}</Context>
}

export const useSettings = (): Settings => {
  const settings = useContext(Context)
  if (!settings) throw new Error('no SettingsProvider above')
  return settings
}

export const useSay = (): Say => {
  const { language } = useSettings()
  return useMemo(() => sayIn(language), [language])
}
