/** What people and the partners' controls are called through: the public contract and nothing behind it. */
@NullMarked
package com.byajbook.loadtests.client;

import org.jspecify.annotations.NullMarked;
