/** AWS's limit for the input or output of a state, in bytes of UTF-8. */
export const MOST_BYTES = 262_144

/** AWS's limit for a timeout or a wait: a little over three years. */
export const MOST_SECONDS = 99_999_999
