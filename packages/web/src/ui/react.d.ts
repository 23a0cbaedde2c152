// Custom properties are styles, too: a picture hands its measures to its style sheet by them.
import 'react';

declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | undefined;
  }
}
