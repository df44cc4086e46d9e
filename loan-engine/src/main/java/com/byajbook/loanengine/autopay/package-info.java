/** Instalments that are collected by themselves: mandates, notices and attempts. */
@NullMarked
package com.byajbook.loanengine.autopay;

import org.jspecify.annotations.NullMarked;
