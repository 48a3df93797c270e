import { describe, expect, it } from 'vitest'
import { firmCommandInputs } from '../../../core/firm/commands.ts'
import { evolveFirm } from '../../../core/firm/evolve.ts'
import { tagsOn } from '../../../core/firm/firm.ts'
import { firmNoticesOf } from '../../../core/firm/notices.ts'
import { aCertificate, given, now, registered, when } from './a-firm.ts'

describe("a firm's facts", () => {
  it('are corrected with the year that a figure is of', () => {
    expect(when(given(), 'correctFacts', { employees: 46, employeesYear: 2025 })).toEqual([
      {
        type: 'FirmChanged',
        firm: {
          ...(registered.type === 'FirmRegistered' && registered.firm),
          employees: 46,
          employeesYear: 2025,
        },
      },
    ])
  })

  it('keep the contact, the certificates, the liaison and the quiet when they are corrected', () => {
    const before = given(
      { type: 'CertificateRecorded', certificate: aCertificate },
      { type: 'LiaisonAssigned', official: 'official-1', since: '2026-11-01' },
      { type: 'QuietAsked', until: '2026-12-31' },
    )
    const facts = when(before, 'correctFacts', { park: null })
    if ('refused' in facts) throw new Error(facts.zh)
    const after = facts.reduce((firm, fact) => evolveFirm(firm, fact, now), before)
    const { park: _, ...rest } = before
    expect(after).toEqual(rest)
  })

  it.each([
    [{ revenueYuan: 1 }, '/revenueYear', '请写明这个数是哪一年的'],
    [{ assetsYuan: 1, assetsYear: 2027 }, '/assetsYear', '年份还没有到'],
    [{ registeredOn: '2026-11-24' }, '/registeredOn', '成立日期在今天之后'],
  ])('%o are refused with the field and the rule', (input, pointer, message) => {
    expect(when(given(), 'correctFacts', input)).toMatchObject({ fields: [{ pointer, message }] })
  })

  it('that are as they were before change nothing', () => {
    expect(when(given(), 'correctFacts', { park: '白马园区' })).toEqual([])
  })

  it('are corrected by nobody who looks on', () => {
    expect(when(given(), 'correctFacts', { park: null }, { by: 'manager' })).toMatchObject({
      refused: 'notAllowed',
    })
  })

  it('name an industry of GB/T 4754 or none', () => {
    const said = (industry: string) => firmCommandInputs.correctFacts.safeParse({ industry }).success
    expect(['C39', 'F5112', 'Z1', 'C99', 'C3'].map(said)).toEqual([true, true, false, false, false])
  })
})

describe('a certificate', () => {
  const recorded = (more = {}) =>
    given({ type: 'CertificateRecorded', certificate: { ...aCertificate, ...more } })
  const warned = { type: 'CertificateExpiring', certificate: aCertificate } as const

  it('counts as a tag until the day it ends', () => {
    expect(tagsOn(recorded(), '2027-01-31')).toEqual(['高新技术企业'])
    expect(tagsOn(recorded(), '2027-02-01')).toEqual([])
  })

  it('that has run out is not outlived by the plain word', () => {
    const firm = { ...recorded(), tags: ['高新技术企业', '规上'] }
    expect(tagsOn(firm, '2027-02-01')).toEqual(['规上'])
  })

  it('is warned of 90 days before it ends, and not a day earlier', () => {
    const firm = recorded()
    expect(
      when(
        firm,
        'warnCertificate',
        { number: aCertificate.number },
        { by: 'system', at: '2026-11-01T15:59:59Z' },
      ),
    ).toEqual([])
    expect(
      when(
        firm,
        'warnCertificate',
        { number: aCertificate.number },
        { by: 'system', at: '2026-11-01T16:00:00Z' },
      ),
    ).toEqual([warned])
  })

  it('is warned of once, and anew after it was renewed', () => {
    const number = aCertificate.number
    const firm = given({ type: 'CertificateRecorded', certificate: aCertificate }, warned)
    expect(when(firm, 'warnCertificate', { number }, { by: 'system' })).toEqual([])
    const renewed = evolveFirm(
      firm,
      { type: 'CertificateRecorded', certificate: { ...aCertificate, expiresOn: '2026-12-31' } },
      now,
    )
    expect(when(renewed, 'warnCertificate', { number }, { by: 'system' })).toHaveLength(1)
  })

  it('that ended before it was recorded is no news', () => {
    const firm = recorded({ expiresOn: '2026-11-22' })
    expect(when(firm, 'warnCertificate', { number: aCertificate.number }, { by: 'system' })).toEqual([])
  })

  it('is told of to the liaison, and to the dispatcher where there is none', () => {
    expect(firmNoticesOf({ ...warned, liaison: 'official-2' })).toMatchObject([{ to: 'user:official-2' }])
    expect(firmNoticesOf(warned)).toMatchObject([{ to: 'dispatcher' }])
  })

  it('cannot end before it was issued', () => {
    const read = firmCommandInputs.recordCertificate.safeParse({ ...aCertificate, issuedOn: '2027-02-01' })
    expect(read.error?.issues).toMatchObject([{ path: ['expiresOn'], message: '有效期止不能早于发证日期' }])
  })

  it('is removed by its number, and one that is not there is said so', () => {
    expect(when(recorded(), 'removeCertificate', { number: aCertificate.number })).toHaveLength(1)
    expect(when(given(), 'removeCertificate', { number: '无' })).toMatchObject({
      fields: [{ pointer: '/number', message: '没有这个编号的证书' }],
    })
  })
})

describe('a liaison', () => {
  it('is an official of the directory', () => {
    expect(when(given(), 'assignLiaison', { official: 'parks-1' })).toMatchObject({
      fields: [{ pointer: '/official', message: '名录中没有这位工作队员' }],
    })
  })

  it('is named by the dispatcher or the manager, once', () => {
    const assigned = { type: 'LiaisonAssigned', official: 'official-2', since: '2026-11-23' } as const
    expect(when(given(), 'assignLiaison', { official: 'official-2' }, { by: 'manager' })).toEqual([assigned])
    expect(when(given(assigned), 'assignLiaison', { official: 'official-2' })).toEqual([])
    expect(when(given(), 'assignLiaison', { official: 'official-2' }, { by: 'official' })).toMatchObject({
      refused: 'notAllowed',
    })
  })
})

describe('contacts', () => {
  it('are replaced whole, the first of them also being the one that issues take over', () => {
    const facts = when(given(), 'setContacts', {
      contacts: [
        { name: '钱经理', phone: '13900000000', duty: '人事' },
        { name: '孙会计', duty: '财务' },
      ],
    })
    if ('refused' in facts) throw new Error(facts.zh)
    const firm = facts.reduce((so, fact) => evolveFirm(so, fact, now), given())
    expect(firm.contact).toEqual({ name: '钱经理', phone: '13900000000' })
    expect(firm.contacts).toHaveLength(2)
  })
})

describe('quiet', () => {
  it('is asked for until a day that has not gone by', () => {
    expect(when(given(), 'askQuiet', { until: '2026-11-22' })).toMatchObject({ refused: 'dateInThePast' })
    expect(when(given(), 'askQuiet', { until: '2026-12-22' })).toEqual([
      { type: 'QuietAsked', until: '2026-12-22' },
    ])
  })
})
