/** The value below which the part `part` of `values` lies, 0 to 1. */
export const quantile = (values, part) =>
  [...values].sort((left, right) => left - right)[Math.min(values.length - 1, Math.floor(part * values.length))];
