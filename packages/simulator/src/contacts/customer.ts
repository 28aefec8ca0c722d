/** The name under which a customer is known, by number. */
export const customerOf = (number: number): string => `customer-${String(number + 1).padStart(6, "0")}`;
