import type { FocusCheck } from "./model.ts";

/** The columns that a check looks at. */
export function columnsOf(check: FocusCheck): readonly string[] {
  switch (check[0]) {
    case "form":
      return [check[2]];
    case "same":
    case "distinct":
      return [check[1], check[2]];
    case "compare":
      return [check[1], check[3]];
    case "product":
      return [check[1], check[2], check[3]];
    case "all":
    case "any":
      return check[1].flatMap(columnsOf);
    default:
      return [check[1]];
  }
}

/** The column that a check is about: of a product, its result. */
export function firstColumn(check: FocusCheck): string {
  return (check[0] === "product" ? check[3] : columnsOf(check)[0]) ?? "";
}
