/** What the sign-in service gave; `expiresAt` in milliseconds of this device's clock. */
export type Tokens = { access: string; refresh?: string; id?: string; expiresAt: number }
