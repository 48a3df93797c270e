import type { TrackFinancing } from '../../../core/api/referrals.ts'
import { capacityWords, consentKindWords, disclosedFieldWords } from '../../../core/referral/words.ts'
import type { Say } from '../words/language-of.ts'
import type { Draft } from './draft.ts'
import { el } from './el.ts'
import type { Give } from './saying.ts'

type Asked = TrackFinancing['asked'][number]
type Signed = { fields: string[]; signatory: string; capacity: string }

const capacities = { firm: ['legalRepresentative', 'authorised'], contact: ['self'] } as const

const tick = (type: 'checkbox' | 'radio', name: string, value: string, label: string, checked: boolean) =>
  el('label', {}, [el('input', { type, name, value, checked }), label])

/** One consent for one bank, with its full text; nothing is ticked beforehand. */
export const consentForm = (
  asked: Asked,
  bankName: string,
  draft: Draft,
  say: Say,
  give: Give,
): HTMLFormElement => {
  const { bank, kind, text, textEn, textVersion, fields } = asked
  const id = `sign-${bank}-${kind}`
  const typed = draft.read()
  const ticked = typed.fields?.split(' ')
  const capacityName = `capacity-${bank}/${kind}`
  const title = `${bankName} · ${say(consentKindWords[kind])}`
  const fault = el('p', { className: 'fault', role: 'alert' })
  const button = el('button', { type: 'submit' }, [say('同意', 'Agree')])
  const signatory = el('input', {
    id,
    type: 'text',
    maxLength: 40,
    autocomplete: 'name',
    value: typed.signatory ?? '',
  })
  const boxes = fields.map((field) =>
    tick('checkbox', 'field', field, say(disclosedFieldWords[field]), ticked?.includes(field) ?? false),
  )
  const kinds = capacities[kind]
  const form = el('form', { noValidate: true, named: title }, [
    el('h3', {}, [title]),
    el('p', { className: 'content', lang: 'zh-CN' }, [text]),
    el('details', { open: say('', 'en') === 'en' }, [
      el('summary', {}, [say('英文对照（以中文为准）', 'In English; the Chinese text is binding')]),
      el('p', { className: 'content', lang: 'en' }, [textEn]),
    ]),
    el('fieldset', {}, [el('legend', {}, [say('提供哪些信息', 'What may be shown')]), ...boxes]),
    el('label', { htmlFor: id, className: 'above' }, [say('签署人姓名', 'Name of the person who signs')]),
    signatory,
    el('fieldset', {}, [
      el('legend', {}, [say('签署人身份', 'In what capacity')]),
      ...kinds.map((one) =>
        tick(
          'radio',
          capacityName,
          one,
          say(capacityWords[one]),
          typed.capacity ? typed.capacity === one : kinds.length === 1,
        ),
      ),
    ]),
    fault,
    button,
  ])
  const read = (): Signed => {
    const given = new FormData(form)
    return {
      fields: given.getAll('field').map(String),
      signatory: signatory.value.trim(),
      capacity: String(given.get(capacityName) ?? ''),
    }
  }
  const send = async () => {
    const now = read()
    if (now.fields.length === 0) fault.textContent = say('请勾选提供哪些信息。', 'Tick what may be shown.')
    else if (!now.signatory) fault.textContent = say('请填写签署人姓名。', 'Say who signs.')
    else if (!now.capacity) fault.textContent = say('请选择签署人身份。', 'Say in what capacity.')
    else {
      button.disabled = true
      fault.textContent = ''
      const done = say(`已同意：${title}。`, `Agreed: ${title}.`)
      const wrong = await give('/track/consents', { bank, kind, textVersion, ...now }, done)
      button.disabled = false
      fault.textContent = wrong ?? ''
      if (!wrong) draft.wipe()
    }
  }
  const keep = () => {
    const { fields: shown, ...rest } = read()
    draft.keep({ ...rest, fields: shown.join(' ') })
  }
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  return form
}
