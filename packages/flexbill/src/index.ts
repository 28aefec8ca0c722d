export type { PriceSource } from "@flexbill/charges";
export * from "@flexbill/charges";
export * from "@flexbill/documents";
export * from "@flexbill/kernel";
export type { PriceSource as PriceBookSource } from "@flexbill/products";
export * from "@flexbill/products";
export * from "@flexbill/reports";
export * from "@flexbill/terms";
export * from "@flexbill/usage";
