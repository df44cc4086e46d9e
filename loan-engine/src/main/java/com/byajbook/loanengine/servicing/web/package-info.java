/** What borrowers and lenders may see of loans in service. */
@NullMarked
package com.byajbook.loanengine.servicing.web;

import org.jspecify.annotations.NullMarked;
