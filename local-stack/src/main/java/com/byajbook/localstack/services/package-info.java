/** The four services and the partner sandbox as processes of this machine. */
@NullMarked
package com.byajbook.localstack.services;

import org.jspecify.annotations.NullMarked;
