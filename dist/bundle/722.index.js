export const id = 722;
export const ids = [722];
export const modules = {

/***/ 8722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   trialDraw: () => (/* binding */ trialDraw)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * A number from 0 up to 1 that a run and a trial always share: the first 48 bits of the SHA-256 of the run's key and
 * the trial's name. In a file of its own, for loading `node:crypto` costs a fifth of a Node that does nothing, and
 * few allocations have a trial.
 */
function trialDraw(key, trial) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${key}${trial}`).digest().readUIntBE(0, 6) / 2 ** 48;
}


/***/ })

};
