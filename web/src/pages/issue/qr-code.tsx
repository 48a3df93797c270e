import { QRCode } from 'antd'

/** Black on white also where the page is dark, with the quiet zone of four cells (ISO/IEC 18004), or phones do not read it. */
export const QrCode = ({ value, label }: { value: string; label: string }) => (
  <QRCode
    value={value}
    type="svg"
    size={216}
    marginSize={4}
    color="#000000"
    bgColor="#ffffff"
    aria-label={label}
  />
)
