// The shapes of days in the page's own colours. Patterns are defined once and serve every row.
import type { StripPath } from '@assay/core';

export function Shape({ path }: { readonly path: StripPath }) {
  return <path className={`day ${path.state} ${path.part}`} d={path.d} />;
}

/** Stands once in the page, before the first row. */
export function Patterns() {
  return (
    <svg className="strip-patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id="strip-hatch"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="hatch-line" width="2" height="5" />
        </pattern>
        <pattern id="strip-dots" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect className="dot" width="2" height="2" />
        </pattern>
        <pattern id="strip-cross" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className="cross-ground" width="6" height="6" />
          <path className="cross-line" d="M1 1l4 4M5 1l-4 4" />
        </pattern>
        <pattern
          id="strip-outage"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect className="outage-line" width="1" height="8" />
        </pattern>
      </defs>
    </svg>
  );
}
