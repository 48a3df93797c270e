/** How long a browser may take to begin reading what it was given to save. */
const keptMs = 60_000

/** Hands a file to the browser's own downloads; it is never shown inside the portal, where it could act as a page. */
export const saveFile = (file: Blob, name: string) => {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keptMs)
}
