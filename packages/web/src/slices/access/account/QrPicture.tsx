// A text as a picture that a phone reads. Dark on light in either theme: readers expect it so.
import { encode } from 'uqr';

export function QrPicture({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="The secret, as a picture to scan"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} className="qr-light" />
      <path d={dark.join('')} className="qr-dark" />
    </svg>
  );
}
