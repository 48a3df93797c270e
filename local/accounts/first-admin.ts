import { theSystem } from '../../core/principal.ts'
import { validOn } from '../../core/reference/records.ts'
import { isRefusal } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import { type Container, withFreshReference } from '../../functions/lib/container.ts'
import { addRecord } from '../../functions/lib/reference-register.ts'

/** A sentence for whoever typed the command. */
export class Told extends Error {}

/**
 * Adds somebody to an office whose directory has no administrator: there is nobody yet who could do it in the portal.
 * Once there is one, people are added there, where it is on record who did it.
 */
export const addFirstAdmin = async (container: Container, id: string, name: string): Promise<void> => {
  const { user } = await withFreshReference(container).reference()
  const today = localDate(container.now())
  if (user.some(({ role, validTo }) => role === 'admin' && (validTo === undefined || validTo >= today)))
    throw new Told(
      '名录中已有管理员，请由其在门户中登记人员。 / The directory has an administrator, who adds people in the portal.',
    )
  if (validOn(user, today).some((one) => one.id === id))
    throw new Told(`${id} 已在名录中，另用一个编号。 / ${id} is in the directory; use another id.`)
  const record = { id, name, role: 'admin', validFrom: today, source: '本机首位管理员' }
  const added = await addRecord(container, theSystem, 'user', record)
  if (!isRefusal(added)) return
  const fields = (added.fields ?? []).map(({ pointer, message }) => `${pointer} ${message}`).join('；')
  throw new Told(`${added.zh} ${fields} / ${added.en}`)
}
