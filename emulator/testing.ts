/** The emulated AWS as mocks for unit tests. @module private-vpc/testing */
export { AwsMocks, type AwsMocksArgs, type MockedResource } from "./awsMocks";
